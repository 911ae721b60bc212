/// Every misconception, the likelier before the rarer: of two that give the same number the first
/// one is named.
package let misconceptions: [any Misconception.Type] = []
