import { derivedOn } from '../journey/derived-words.ts'
import type { DraftAtPage } from './page-fields.ts'

/** What the form works out from a page as it was saved. */
export function DerivedLines({ model }: { model: DraftAtPage }) {
  const lines = derivedOn(model.words, model.replay, model.at.id)
  return lines.length === 0 ? null : (
    <div class="panel" role="status">
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  )
}
