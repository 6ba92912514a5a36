import type { Text } from '../../../platform/i18n/text.ts'
import { officePaths } from '../../../platform/paths.ts'
import { InstantText, Table, Tag, type TagKind } from '../../../ui/index.ts'
import type { IntakeState, ShownIntake } from './shown-intake.ts'

const tags: Record<IntakeState, TagKind> = { waiting: 'wait', going: 'wait', 'not-ended': 'plain', done: 'good', checked: 'good', stopped: 'act', 'not-read': 'act' }

/** What a file is called here; a form entered by hand has no name. */
export const nameOf = (t: Text, { fileName, source }: ShownIntake): string => fileName || t(`office-intake.source.${source}`)

/** What was brought, the newest first. */
export const IntakeTable = ({ t, intakes }: { t: Text; intakes: readonly ShownIntake[] }) => (
  <Table
    caption={t('office-intake.list')}
    head={(['file', 'source', 'begun', 'by', 'lines', 'taken', 'uncertain', 'known', 'refused', 'state'] as const).map((name) => t(`office-intake.head.${name}`))}
    numeric={[4, 5, 6, 7, 8]}
    rows={intakes.map((intake) => [
      <a key="file" class="breaks" href={officePaths.intakeOf({ intake: intake.id })}>
        <bdi>{nameOf(t, intake)}</bdi>
      </a>,
      t(`office-intake.source.${intake.source}`),
      <InstantText key="begun" t={t} at={intake.begunAt} />,
      intake.by ? <bdi>{intake.by}</bdi> : t('office-intake.by.operator'),
      ...([intake.lines, intake.taken, intake.uncertain, intake.known, intake.refused] as const).map((count) => t.number(count)),
      <Tag key="state" kind={tags[intake.state]}>
        {t(`office-intake.state.${intake.state}`)}
      </Tag>,
    ])}
  />
)
