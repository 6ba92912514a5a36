import type { AgencyPack } from '../../agency/index.ts'
import { paths } from '../../platform/paths.ts'
import { Alert } from '../../ui/index.ts'
import type { FormWords } from '../catalogue/forms.ts'
import type { Draft } from '../draft/draft.ts'
import type { Replay } from '../journey/replay.ts'
import type { DraftWaiver } from './draft-waiver.ts'
import { waivableCodes } from './waiver.ts'

type Model = { draft: Pick<Draft, 'id'>; replay: Replay; words: FormWords; agency: AgencyPack; waiver: DraftWaiver }
type Props = { model: Model }

/** Under the fees of a draft: the way for who cannot pay them, or how their request stands. */
export function WaiverLine({ model: { draft, replay, words, agency, waiver } }: Props) {
  const { t } = words
  const open = waivableCodes(agency, replay, waiver.waived).length > 0
  if (!waiver.last && !open) return null
  return (
    <p>
      {waiver.last ? `${t(`waiver.line.${waiver.last.state}`)} ` : null}
      <a href={paths.draftWaiver({ draft: draft.id })}>{t(waiver.last ? 'waiver.line.go' : 'waiver.line.ask')}</a>
    </p>
  )
}

/** On the draft itself, where a request changes what is to be done next. */
export function WaiverNotice({ model: { draft, words, waiver } }: Props) {
  const { t } = words
  const state = waiver.last?.state
  if (!state || state === 'filed') return null
  return (
    <Alert kind={state === 'refused' || state === 'outdated' ? 'warn' : state === 'granted' ? 'good' : 'info'} title={t(`waiver.title.${state}`)}>
      <p>{t(`waiver.line.${state}`)}</p>
      <p>
        <a href={paths.draftWaiver({ draft: draft.id })}>{t('waiver.line.go')}</a>
      </p>
    </Alert>
  )
}

/** On a request: the draft it is about. */
export function BelongsTo({ model: { words, waiver } }: Props) {
  const { t } = words
  if (!waiver.isFor) return null
  return (
    <Alert kind="info" title={t('waiver.belongs.title')}>
      <p>{t('waiver.belongs')}</p>
      <p>
        <a href={paths.draft({ draft: waiver.isFor })}>{t('waiver.belongs.go')}</a>
      </p>
    </Alert>
  )
}
