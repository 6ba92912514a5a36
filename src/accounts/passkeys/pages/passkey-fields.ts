import { type Field, right } from '../../../platform/http/field.ts'
import { postedText } from '../../../platform/http/posted.ts'

/** What the page's script posts is judged by the operation, which counts it and spends its challenge whatever it is. */
function scripted<V>(read: (text: string) => V): Field<V> {
  return { echo: false, parse: (posted, name) => right(read(postedText(posted, name))) }
}

export const passkeyFields = <A>(readAnswer: (text: string) => A) => ({
  ticket: scripted((text) => text.slice(0, 300)),
  answer: scripted(readAnswer),
})
