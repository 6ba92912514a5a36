import { readFileSync } from 'node:fs'
import type { Secret } from '../config.ts'

/** The text of a secret, wherever the settings have it. Throws one line that never repeats what it read. */
export function secretText(secret: Secret, setting: string): string {
  if ('text' in secret) return secret.text
  try {
    return readFileSync(secret.file, 'utf8')
  } catch (fault) {
    throw new Error(`${setting}_FILE: the file cannot be read (${(fault as NodeJS.ErrnoException).code})`)
  }
}
