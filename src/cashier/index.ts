export type { Clock } from './clock.ts'
export type { Chaos } from './till.ts'
export { type Cashier, type CashierSettings, startCashier } from './start-cashier.ts'
