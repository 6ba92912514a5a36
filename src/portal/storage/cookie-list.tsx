import { type OwnCookie, ownCookies } from '../../platform/http/own-cookies.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { Table } from '../../ui/index.ts'

const listed = Object.keys(ownCookies) as OwnCookie[]

/** Every cookie that the site can set, read from the list that it sets them by. */
export function CookieList({ t }: { t: Text }) {
  return (
    <>
      <h2>{t('storage.list.title')}</h2>
      <p>{t('storage.list.intro')}</p>
      <Table
        caption={t('storage.list.table')}
        head={[t('storage.list.what'), t('storage.list.kind'), t('storage.list.long')]}
        rows={listed.map((id) => {
          const { name, kind, keep } = ownCookies[id]
          return [
            <>
              {t(`storage.cookie.${id}`)} <code>{name}</code>
            </>,
            t(`storage.kind.${kind}`),
            t(id === 'language' ? 'storage.keep.language' : `storage.keep.${keep}`),
          ]
        })}
      />
    </>
  )
}
