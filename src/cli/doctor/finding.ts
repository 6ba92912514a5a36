/** What was found of one part: `warn` works today and wants a look, `bad` does not work. */
export interface Finding {
  part: string
  state: 'good' | 'warn' | 'bad'
  says: string
}

export const finding = (part: string, state: Finding['state'], says: string): Finding => ({ part, state, says })

const patienceMs = 15_000

/** A look that throws or takes too long has found a part that does not work. Only kind and code are told: messages may hold values. */
export async function looked(part: string, look: () => Promise<Finding | Finding[]>): Promise<Finding[]> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(Object.assign(new Error(), { code: 'no answer in time' })), patienceMs)
  try {
    return [await Promise.race([look(), late.promise])].flat()
  } catch (fault) {
    const { name, code, kind, reason } = fault as { name?: string; code?: string; kind?: string; reason?: string }
    return [finding(part, 'bad', `does not answer as it should (${[kind ?? reason, code ?? name].filter(Boolean).join(', ')})`)]
  } finally {
    clearTimeout(timer)
  }
}
