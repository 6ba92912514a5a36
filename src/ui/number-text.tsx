import type { Text } from '../platform/i18n/text.ts'
import { numberGroups, type NumberKind } from './number-groups.ts'

type NumberTextProps = { t: Text; kind: NumberKind; value: string; big?: boolean; copy?: boolean }

const copyWords = (t: Text, value: string) => ({
  'data-copy': value,
  'data-copy-words': t('ui.copy'),
  'data-copied-words': t('ui.copied'),
})

/**
 * A number in its groups. The gaps are drawn, not typed: it is copied whole, and read aloud sign by sign
 * (a name for the picture, since “482 billion” helps nobody). A script adds the copy button.
 */
export function NumberText({ t, kind, value, big, copy }: NumberTextProps) {
  const groups = numberGroups(kind, value)
  const aloud = groups.map((group) => [...group].join(' ')).join(', ')
  return (
    <span class="copyable" {...(copy ? copyWords(t, value) : {})}>
      <span class={big ? 'number number--big' : 'number'} dir="ltr" role="img" aria-label={aloud}>
        {groups.map((group, index) => (
          <span key={index} class="number-group">
            {group}
          </span>
        ))}
      </span>
    </span>
  )
}

/** The backup code, shown once: one element whose text is the code as it must be kept. */
export function BackupCode({ t, code }: { t: Text; code: string }) {
  return (
    <div class="backup-code copyable" {...copyWords(t, code)}>
      <code class="number number--big" dir="ltr">
        {code}
      </code>
    </div>
  )
}
