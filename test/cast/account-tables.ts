type Rows = <T>(text: string, values?: unknown[]) => Promise<T[]>

/** A table that has something of an account: by a reference to it, or by the name of a column. */
export interface AccountTable {
  readonly table: string
  readonly columns: readonly string[]
  readonly comment: string
}

/** Every table with an account or person in it, from the database itself, so that a new one is found by itself. */
export const accountTables = (rows: Rows): Promise<AccountTable[]> =>
  rows<AccountTable>(`
    select n.nspname || '.' || c.relname as table, array_agg(distinct a.attname::text order by a.attname::text) as columns,
      coalesce(obj_description(c.oid), '') as comment
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind in ('r', 'p') and not c.relispartition
      and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker')
      and (
        a.attname in ('account', 'person') or (n.nspname || '.' || c.relname, a.attname) = ('accounts.account', 'id')
        or exists (
          select from pg_constraint f
          where f.conrelid = c.oid and f.contype = 'f' and a.attnum = any (f.conkey)
            and f.confrelid = 'accounts.account'::regclass))
    group by c.oid, n.nspname, c.relname
    order by 1`)

export interface Column {
  readonly name: string
  readonly type: string
  /** The first value that a check of this column alone allows. */
  readonly allowed: string | null
}

/** The columns that a row cannot do without. */
export const neededColumns = (rows: Rows, table: string): Promise<Column[]> =>
  rows<Column>(
    `select a.attname as name, format_type(a.atttypid, null) as type,
      (select substring(pg_get_constraintdef(k.oid) from '= ANY \\(ARRAY\\[''([^'']+)''')
       from pg_constraint k where k.conrelid = a.attrelid and k.contype = 'c' and k.conkey = array[a.attnum] limit 1) as allowed
     from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
     where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attnotnull and d.oid is null
       and a.attidentity = ''
     order by a.attnum`,
    [table.replace(/\.(case)$/, '."$1"')],
  )
