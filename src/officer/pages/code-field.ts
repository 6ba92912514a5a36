import { textField } from '../../platform/http/field.ts'

/** What is typed as a code; its shape is judged with the code itself, so that every wrong one counts. */
export const codeFields = { code: textField({ empty: 'officer.code.empty', most: 40 }) }
