/** A deployment that must not start: every reason, each one line for the operator. */
export class StartRefused extends Error {
  readonly faults: readonly string[]
  constructor(faults: readonly string[]) {
    super(faults.join('\n'))
    this.faults = faults
  }
}
