import type { Text } from '../../../platform/i18n/text.ts'
import { officePaths } from '../../../platform/paths.ts'
import { InstantText, Table, Tag, type TagKind } from '../../../ui/index.ts'
import type { IntakeState, ShownIntake } from './shown-intake.ts'

const tags: Record<IntakeState, TagKind> = { waiting: 'wait', going: 'wait', 'not-ended': 'plain', done: 'good', checked: 'good', stopped: 'act', 'not-read': 'act' }

/** What a file is called here; a form entered by hand has no name. */
export const nameOf = (t: Text, { fileName, source }: ShownIntake): string => fileName || t(`office-intake.source.${source}`)

/** Who brought it: the operator has no name here. */
export const broughtBy = (t: Text, { by }: ShownIntake): string => by ?? t('office-intake.by.operator')

/** What was brought, the newest first. */
export const IntakeTable = ({ t, intakes }: { t: Text; intakes: readonly ShownIntake[] }) => (
  <Table
    caption={t('office-intake.list')}
    head={(['file', 'begun', 'lines', 'taken', 'uncertain', 'known', 'refused', 'state'] as const).map((name) => t(`office-intake.head.${name}`))}
    numeric={[2, 3, 4, 5, 6]}
    rows={intakes.map((intake) => [
      <>
        <a class="breaks" href={officePaths.intakeOf({ intake: intake.id })}>
          <bdi>{nameOf(t, intake)}</bdi>
        </a>
        {intake.source === 'office-file' ? null : <span class="muted"> {t(`office-intake.source.${intake.source}`)}</span>}
      </>,
      <>
        <InstantText t={t} at={intake.begunAt} />
        <br />
        <bdi class="muted">{broughtBy(t, intake)}</bdi>
      </>,
      ...([intake.lines, intake.taken, intake.uncertain, intake.known, intake.refused] as const).map((count) => t.number(count)),
      <Tag key="state" kind={tags[intake.state]}>
        {t(`office-intake.state.${intake.state}`)}
      </Tag>,
    ])}
  />
)
