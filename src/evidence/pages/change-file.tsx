import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { Button, FormShell, HiddenWords } from '../../ui/index.ts'
import type { EvidenceFile } from '../evidence-file.ts'

interface ChangeProps {
  t: Text
  csrfToken: string
  file: EvidenceFile
  isAsked: boolean
  /** It goes where this goes. */
  hasTranslation: boolean
  /** Where it stands among so many, counted from 1. */
  place: number
  of: number
}

function Move({ t, csrfToken, file, place, direction }: ChangeProps & { direction: 'up' | 'down' }) {
  return (
    <FormShell action={paths.moveDraftEvidence({ draft: file.draft, file: file.id })} csrfToken={csrfToken}>
      <input type="hidden" name="from" value={place} />
      <Button look="plain" name="direction" value={direction}>
        {t(`evidence.move.${direction}`)}
        <HiddenWords> {file.name}</HiddenWords>
      </Button>
    </FormShell>
  )
}

/** What can be done with a file: its place among the others, another in its place, or away with it. */
export function ChangeFile(props: ChangeProps) {
  const { t, csrfToken, file, isAsked, hasTranslation, place, of } = props
  const at = { draft: file.draft, file: file.id }
  return (
    <div class="evidence-changes">
      {place > 1 && of > 1 ? <Move {...props} direction="up" /> : null}
      {place < of ? <Move {...props} direction="down" /> : null}
      {isAsked ? (
        <a href={paths.replaceDraftEvidence(at)}>
          {t('evidence.replace')}
          <HiddenWords> {file.name}</HiddenWords>
        </a>
      ) : null}
      <FormShell action={paths.removeDraftEvidence(at)} csrfToken={csrfToken}>
        <Button look="plain">
          {t(hasTranslation ? 'evidence.remove-both' : 'evidence.remove')}
          <HiddenWords> {file.name}</HiddenWords>
        </Button>
      </FormShell>
    </div>
  )
}
