import type { Client } from 'pg'

type Line = { schema: string; relation: string; text: string }

/**
 * The structure of Portolan's schemas as text: what any two equally migrated databases agree on, byte for byte.
 * Partitions are left out, since a job makes them as months go by.
 */
export const readSchema = async (client: Client): Promise<string> => {
  const { rows: schemas } = await client.query<Line>(schemasSql)
  const bySchema = await linesOf(client, schemaParts)
  const { rows: tables } = await client.query<Line>(tablesSql)
  const byTable = await linesOf(client, tableParts)
  return [
    '-- Written by src/platform/db/write-schema.ts from a freshly migrated database. Not applied: migrations are.',
    ...schemas.flatMap((schema) => [
      schema.text,
      ...bySchema.flatMap((lines) => lines.filter((line) => line.schema === schema.schema).map(({ text }) => text)),
      ...tables
        .filter((table) => table.schema === schema.schema)
        .map((table) => [table, ...byTable.flatMap((lines) => lines.filter((line) => isOf(line, table)))])
        .map((lines) => lines.map(({ text }) => text).join('\n')),
    ]),
  ]
    .join('\n\n')
    .concat('\n')
}

const linesOf = async (client: Client, parts: readonly string[]): Promise<Line[][]> => {
  const read: Line[][] = []
  for (const sql of parts) read.push((await client.query<Line>(sql)).rows)
  return read
}

const isOf = (line: Line, table: Line): boolean => line.schema === table.schema && line.relation === table.relation

/** Schemas a migration of ours made; the job queue keeps its own. */
export const ourSchemas = `
  select oid, nspname from pg_namespace
  where nspname !~ '^pg_' and nspname not in ('information_schema', 'graphile_worker', 'public')`

const ours = `with ours as (${ourSchemas})`

/** “grant a, b on x to c;” lines of an access list, without what the owner has over its own things. */
const grantsOf = (list: string, owner: string, on: string): string => `
  select string_agg(format('grant %s on %s to %s;', privileges, ${on}, grantees), E'\\n' order by privileges)
  from (
    select privileges, string_agg(grantee, ', ' order by grantee) grantees
    from (
      select coalesce(r.rolname, 'public') grantee,
        string_agg(lower(a.privilege_type), ', ' order by a.privilege_type) privileges
      from aclexplode(${list}) a left join pg_roles r on r.oid = a.grantee
      where a.grantee <> ${owner}
      group by 1
    ) by_grantee
    group by 1
  ) granted`

const described = (what: string, oid: string, catalogue: string, sub = '0') => `
  (select E'\\n' || format('comment on %s is %L;', ${what}, d.description)
   from pg_description d
   where d.objoid = ${oid} and d.classoid = '${catalogue}'::regclass and d.objsubid = ${sub})`

const schemasSql = `${ours}
  select n.nspname "schema", '' relation, concat(
    format('create schema %I;', n.nspname),
    ${described("format('schema %I', n.nspname)", 'n.oid', 'pg_namespace')},
    E'\\n' || (${grantsOf('n.nspacl', 'n.nspowner', "format('schema %I', n.nspname)")})
  ) as text
  from pg_namespace n where n.oid in (select oid from ours) order by n.nspname`

const relations = `pg_class c join ours on ours.oid = c.relnamespace and not c.relispartition`

const functionGrants = grantsOf(
  "coalesce(p.proacl, acldefault('f', p.proowner))",
  'p.proowner',
  "format('function %s', p.oid::regprocedure)",
)

const functionsSql = `${ours}
  select ours.nspname "schema", '' relation, concat(
    rtrim(pg_get_functiondef(p.oid), E' \\n'), ';',
    ${described("format('function %s', p.oid::regprocedure)", 'p.oid', 'pg_proc')},
    E'\\n' || (${functionGrants})
  ) as text
  from pg_proc p join ours on ours.oid = p.pronamespace
  where p.prokind in ('f', 'p') order by p.oid::regprocedure::text`

const sequencesSql = `${ours}
  select ours.nspname "schema", '' relation, concat(
    format('create sequence %s as %s start %s increment %s minvalue %s maxvalue %s%s;', c.oid::regclass,
      format_type(s.seqtypid, null), s.seqstart, s.seqincrement, s.seqmin, s.seqmax,
      case when s.seqcycle then ' cycle' else '' end),
    E'\\n' || (${grantsOf('c.relacl', 'c.relowner', "format('sequence %s', c.oid::regclass)")})
  ) as text
  from ${relations} join pg_sequence s on s.seqrelid = c.oid order by c.relname`

const viewsSql = `${ours}
  select ours.nspname "schema", '' relation, concat(
    format('create view %s%s as', c.oid::regclass, ' with (' || array_to_string(c.reloptions, ', ') || ')'),
    E'\\n', pg_get_viewdef(c.oid),
    E'\\n' || (${grantsOf('c.relacl', 'c.relowner', "format('table %s', c.oid::regclass)")})
  ) as text
  from ${relations} where c.relkind in ('v', 'm') order by c.relname`

const domainsSql = `${ours}
  select ours.nspname "schema", '' relation, concat(
    format('create domain %s as %s', t.oid::regtype, format_type(t.typbasetype, t.typtypmod)),
    case when t.typnotnull then ' not null' end,
    (select string_agg(' ' || pg_get_constraintdef(k.oid), '' order by k.conname)
     from pg_constraint k where k.contypid = t.oid and k.contype = 'c'), ';'
  ) as text
  from pg_type t join ours on ours.oid = t.typnamespace where t.typtype = 'd' order by t.typname`

const schemaParts = [domainsSql, sequencesSql, functionsSql, viewsSql]

const tablesSql = `${ours}
  select ours.nspname "schema", c.relname relation, concat(
    format('create table %s (', c.oid::regclass), E'\\n',
    (select string_agg(line, E',\\n' order by place, nth, line) from (
      select 1 place, a.attnum::int nth, concat('  ', quote_ident(a.attname), ' ', format_type(a.atttypid, a.atttypmod),
        case when a.attnotnull then ' not null' end,
        case a.attidentity when 'a' then ' generated always as identity'
          when 'd' then ' generated by default as identity' end,
        case when a.attgenerated = 's' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored'
          else ' default ' || pg_get_expr(d.adbin, d.adrelid) end) line
      from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      union all
      select 2, 0, format('  constraint %I %s', k.conname, pg_get_constraintdef(k.oid))
      from pg_constraint k where k.conrelid = c.oid and k.contype in ('c', 'f', 'p', 'u', 'x')
    ) lines), E'\\n)',
    case when c.relkind = 'p' then ' partition by ' || pg_get_partkeydef(c.oid) end, ';',
    ${described("format('table %s', c.oid::regclass)", 'c.oid', 'pg_class')},
    case when c.relrowsecurity then format(E'\\nalter table %s enable row level security;', c.oid::regclass) end,
    case when c.relforcerowsecurity then format(E'\\nalter table %s force row level security;', c.oid::regclass) end,
    E'\\n' || (${grantsOf('c.relacl', 'c.relowner', "format('table %s', c.oid::regclass)")})
  ) as text
  from ${relations} where c.relkind in ('r', 'p') order by c.relname`

const columnGrantsSql = `${ours}
  select ours.nspname "schema", c.relname relation,
    format('grant %s (%s) on table %s to %s;', lower(x.privilege_type),
      string_agg(quote_ident(a.attname), ', ' order by a.attname),
      c.oid::regclass, coalesce(r.rolname, 'public')) as text
  from ${relations} join pg_attribute a on a.attrelid = c.oid and a.attacl is not null
  cross join lateral aclexplode(a.attacl) x left join pg_roles r on r.oid = x.grantee
  group by ours.nspname, c.relname, c.oid, x.privilege_type, r.rolname order by 3`

const columnCommentsSql = `${ours}
  select ours.nspname "schema", c.relname relation,
    format('comment on column %s.%I is %L;', c.oid::regclass, a.attname, d.description) as text
  from ${relations} join pg_attribute a on a.attrelid = c.oid
  join pg_description d on d.objoid = c.oid and d.objsubid = a.attnum and d.classoid = 'pg_class'::regclass
  where c.relkind in ('r', 'p') and a.attnum > 0 order by a.attnum`

const indexesSql = `${ours}
  select ours.nspname "schema", c.relname relation, pg_get_indexdef(i.indexrelid) || ';' as text
  from ${relations} join pg_index i on i.indrelid = c.oid
  where not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
  order by 3`

const policiesSql = `${ours}
  select n.nspname "schema", c.relname relation, concat(
    format('create policy %I on %s', p.polname, c.oid::regclass),
    case when not p.polpermissive then ' as restrictive' end,
    case p.polcmd when 'r' then ' for select' when 'a' then ' for insert'
      when 'w' then ' for update' when 'd' then ' for delete' end,
    ' to ', (select string_agg(coalesce(r.rolname, 'public'), ', ' order by r.rolname)
      from unnest(p.polroles) named left join pg_roles r on r.oid = named),
    ' using (' || pg_get_expr(p.polqual, p.polrelid) || ')',
    ' with check (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')', ';'
  ) as text
  from pg_policy p join pg_class c on c.oid = p.polrelid join ours n on n.oid = c.relnamespace
  where not c.relispartition order by p.polname`

const triggersSql = `${ours}
  select ours.nspname "schema", c.relname relation, pg_get_triggerdef(t.oid) || ';' as text
  from ${relations} join pg_trigger t on t.tgrelid = c.oid and not t.tgisinternal order by t.tgname`

const tableParts = [columnGrantsSql, columnCommentsSql, indexesSql, policiesSql, triggersSql]
