import { languageName, type Text, textOf } from '../../platform/i18n/text.ts'
import type { Declaration, Declared } from './declaration.ts'

type Props = { readonly t: Text; readonly title: string; readonly declaration: Declaration }

/** Marked with its language wherever that is not the page's: read aloud and set in its own direction (WCAG 3.1.2). */
function Paragraphs({ t, declared: { language, paragraphs } }: { t: Text; declared: Declared }) {
  const list = (
    <ol>
      {paragraphs.map((paragraph) => (
        <li key={paragraph}>{paragraph}</li>
      ))}
    </ol>
  )
  if (language === t.language) return list
  return (
    <div lang={language} dir={textOf(language, t.timeZone).direction}>
      {list}
    </div>
  )
}

/** What is declared; beneath it, where the person reads another language, the text of record and which one binds. */
export function DeclarationText({ t, title, declaration: { read, ofRecord } }: Props) {
  return (
    <section>
      <h2>{title}</h2>
      <Paragraphs t={t} declared={read} />
      {ofRecord ? (
        <section class="of-record">
          <h3>{t('filing.sign.of-record', { language: languageName(t, ofRecord.language) })}</h3>
          <p>{ofRecord.binds}</p>
          <Paragraphs t={t} declared={ofRecord} />
        </section>
      ) : null}
    </section>
  )
}
