import type { Text } from '../../../platform/i18n/text.ts'
import { officePaths } from '../../../platform/paths.ts'
import { Card, Table } from '../../../ui/index.ts'
import { addressNames, type Column, columns, neededColumns } from '../file/columns.ts'

type Explained = Exclude<Column, `representative_${(typeof addressNames)[number]}`>

const ofRepresentative = (column: Column): boolean => addressNames.some((name) => column === `representative_${name}`)

/** The columns that have words of their own; a representative's address is written as the person's. */
const explained = columns.filter((column): column is Explained => !ofRepresentative(column))

/** What each column of a file says, for whoever makes one. */
export const ColumnList = ({ t }: { t: Text }) => (
  <Card title={t('office-intake.columns.title')}>
    <p>{t('office-intake.columns.about')}</p>
    <p>
      <a href={officePaths.intakeTemplate()} download>
        {t('office-intake.template')}
      </a>
    </p>
    <details>
      <summary>{t('office-intake.columns.open')}</summary>
      <Table
        caption={t('office-intake.columns.list')}
        head={[t('office-intake.columns.name'), t('office-intake.columns.needed'), t('office-intake.columns.says')]}
        rows={explained.map((column) => [
          <code key="column" class="whole" dir="ltr">
            {column}
          </code>,
          t(neededColumns.includes(column) ? 'office-intake.columns.yes' : 'office-intake.columns.no'),
          t(`office-intake.column.${column}`),
        ])}
      />
    </details>
  </Card>
)
