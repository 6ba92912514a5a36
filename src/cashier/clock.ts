/** The cashier stands alone, so it has a clock of its own: milliseconds since 1970. */
export type Clock = () => number

export const wallClock: Clock = () => Temporal.Now.instant().epochMilliseconds
