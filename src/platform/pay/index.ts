export { type CashierConnection, connectCashier } from './cashier.ts'
export { noProvider } from './no-provider.ts'
export {
  type EventHeaders,
  type PayCheckout,
  type PayEvent,
  type PayEventKind,
  PayFailure,
  type PayFailureReason,
  type PayLine,
  type PayPort,
  type PayStatus,
  type ProviderState,
} from './pay-port.ts'
