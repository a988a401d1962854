/** Unit prices in US dollars, with where and when they were read. They age: replace a line, its date with it. */
const INFRACOST = { source: "Infracost golden files (us-east-1)", date: "2024-11" }

export const PRICES = {
  mskBroker: { item: "broker, kafka.m5.large", unit: "hour", price: 0.21, ...INFRACOST },
  mskStorage: { item: "log storage", unit: "GB-month", price: 0.1, ...INFRACOST },
  crossZone: { item: "traffic between zones", unit: "GB", price: 0.01, ...INFRACOST },
  flinkUnit: {
    item: "stream processing unit",
    unit: "hour",
    price: 0.11,
    source: "AWS price list, not re-verified",
    date: "2024-11",
  },
  sparkUnit: { item: "batch processing unit (DPU)", unit: "hour", price: 0.44, ...INFRACOST },
  machine: { item: "machine, m5.large", unit: "hour", price: 0.096, ...INFRACOST },
  database: { item: "database, db.m5.large", unit: "hour", price: 0.171, ...INFRACOST },
  objectStorage: { item: "object storage", unit: "GB-month", price: 0.023, ...INFRACOST },
  objectPut: { item: "object writes", unit: "1,000 requests", price: 0.005, ...INFRACOST },
  objectGet: { item: "object reads", unit: "1,000 requests", price: 0.0004, ...INFRACOST },
  diskStorage: { item: "disk, gp3", unit: "GB-month", price: 0.08, ...INFRACOST },
  warehouseScan: { item: "bytes scanned", unit: "TB", price: 6.25, ...INFRACOST },
  warehouseStorage: { item: "warehouse storage", unit: "GB-month", price: 0.023, ...INFRACOST },
  request: { item: "requests", unit: "million", price: 0.2, ...INFRACOST },
  keyValueStorage: { item: "key-value storage", unit: "GB-month", price: 0.25, ...INFRACOST },
} as const

export type PriceName = keyof typeof PRICES
