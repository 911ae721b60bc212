/// For each kind of file the lines by which its reader recognises it.
let headings: [String: String] = [
  "comtrade-legacy":
    "Classification,Year,Period,Trade Flow,Reporter,Reporter ISO,Partner,Partner ISO,"
    + "Commodity Code,Commodity,Netweight (kg),Trade Value (US$)\n",
  "comtrade":
    "\"Period\",\"ReporterCode\",\"ReporterISO\",\"FlowCode\",\"PartnerCode\",\"PartnerISO\","
    + "\"CmdCode\",\"CmdDesc\",\"NetWgt\",\"PrimaryValue\",\n",
  "comtrade-json": "{\"count\": 1, \"data\": [{\"cmdCode\": \"TOTAL\", \"flowCode\": \"M\", "
    + "\"primaryValue\": 1, \"period\": \"2020\", \"reporterCode\": 156}, ",
  "census-countries":
    "year,CTY_CODE,CTYNAME,IJAN,IFEB,IMAR,IAPR,IMAY,IJUN,IJUL,IAUG,ISEP,IOCT,INOV,IDEC,IYR,EJAN,"
    + "EFEB,EMAR,EAPR,EMAY,EJUN,EJUL,EAUG,ESEP,EOCT,ENOV,EDEC,EYR\n",
  "sdmx-csv":
    "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,COUNTERPART_AREA,FLOW,UNIT_MEASURE,UNIT_MULT,"
    + "TIME_PERIOD,OBS_VALUE\n",
  "dots":
    "Country Name,Country Code,Indicator Name,Indicator Code,Counterpart Country Name,"
    + "Counterpart Country Code,Attribute,2016,2017,2017M1\n",
  "wdi":
    "\"Data Source\",\"World Development Indicators\",\n\n\"Country Name\",\"Country Code\","
    + "\"Indicator Name\",\"Indicator Code\",\"2019\",\"2020\",\n",
  "gacc": "date,exports_month,exports_cum,imports_month,imports_cum\n2024-01,307.57,307.57,221.2,"
    + "221.2\n2024-02,220.6,528.1,181,402.9\n2024-03,279.7,807.8,221.1,624\n",
  "fred": "observation_date,IMPCH,EXUSEU\n2020-01-01,",
  "table": "Date,Partner,Product,Exports (USD million),Imports (USD million)\n",
  "tradewind": "series,measure,aggregation,reporter,reporter name,partner,partner name,product,"
    + "product name,unit,period,value,published,status,basis,method,sources,default reporter\n",
]
