export { type CashierConnection, connectCashier } from './cashier.ts'
export { isProvider, noProvider } from './no-provider.ts'
export {
  type EventHeaders,
  type Heard,
  type PayCheckout,
  type PayDispute,
  type PayEvent,
  type PayEventKind,
  payEventKinds,
  PayFailure,
  type PayFailureReason,
  type PayLine,
  type PayMethod,
  type PayMovement,
  type PayMovementKind,
  payMovementKinds,
  type PayPort,
  type PayRefund,
  type PayStatus,
  type ProviderState,
} from './pay-port.ts'
