import { type Field, right } from '../../../platform/http/field.ts'
import { postedText } from '../../../platform/http/posted.ts'

/** Which saving was before whoever posts; whatever else is posted fits none. */
export const versionField: Field<number> = { echo: false, parse: (posted, name) => right(Math.max(0, Number.parseInt(postedText(posted, name), 10) || 0)) }
