import { PayFailure, type PayPort } from './pay-port.ts'

const refuse = () => Promise.reject(new PayFailure('rejected', 'no-provider'))

const name = 'none'

/** Whether there is somebody to ask: with no provider, every question is refused. */
export const isProvider = (pay: Pick<PayPort, 'name'>): boolean => pay.name !== name

/** Where no payment provider is set up: nothing can be paid, no event is anyone's, and what is free goes on as ever. */
export const noProvider = (pageOrigin: string): PayPort => ({
  name,
  pageOrigin,
  open: refuse,
  find: refuse,
  findByReference: refuse,
  capture: refuse,
  cancel: refuse,
  refund: refuse,
  listTakenBack: refuse,
  listMovements: refuse,
  verifyEvent: () => null,
})
