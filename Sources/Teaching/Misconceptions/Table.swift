/// Every misconception, the likelier before the rarer: of two that give the same number the first
/// one is named.
package let misconceptions: [any Misconception.Type] = [
  AveragedGrowth.self, MonthForYearToDate.self, YearToDateForMonth.self,
  MonthOnMonthForYear.self, YearForMonthOnMonth.self, LevelForGrowth.self, GrowthForLevel.self,
  ChangeForGrowth.self, PercentForPoints.self, WrongSign.self, FlowForBalance.self,
  BalanceForFlow.self, WrongDirection.self, AllForPartner.self, NominalForReal.self,
  NotAdjusted.self, WrongTotal.self, ShareForAmount.self, GrowthForContribution.self,
  AddedGrowth.self, AverageForTotal.self, SplitNewYear.self, TrailingForYearToDate.self,
  WrongVintage.self, MirrorForOwn.self, WrongCurrency.self, ReversedChange.self,
  LevelOfIndex.self, ScaleOfNumber.self, WrongEndOfRanking.self, WrongOrder.self,
  WrongPartner.self, WrongPeriod.self,
]
