import type { Text } from '../platform/i18n/text.ts'
import { Icon } from './icon.tsx'

type PaginationProps = { t: Text; current: number; of: number; hrefOf: (page: number) => string }

/** The page numbers to show: the first, the last, and those around the current one; 0 stands for a gap. */
export function pagesShown(current: number, of: number): number[] {
  const near = new Set([1, of, current - 1, current, current + 1])
  const pages = [...near].filter((page) => page >= 1 && page <= of).sort((a, b) => a - b)
  return pages.flatMap((page, index) => (index > 0 && page - (pages[index - 1] ?? 0) > 1 ? [0, page] : [page]))
}

function PageLink({ t, page, current, hrefOf }: Omit<PaginationProps, 'of'> & { page: number }) {
  if (page === 0) {
    return (
      <li class="usa-pagination__item usa-pagination__overflow" aria-hidden="true">
        <span>…</span>
      </li>
    )
  }
  return (
    <li class="usa-pagination__item usa-pagination__page-no">
      <a
        class={page === current ? 'usa-pagination__button usa-current' : 'usa-pagination__button'}
        href={hrefOf(page)}
        aria-label={t('ui.pagination.page', { page })}
        aria-current={page === current ? 'page' : undefined}
      >
        {t.number(page)}
      </a>
    </li>
  )
}

/** Pages of a long list; draws nothing for one page. Both numbers count from 1. */
export function Pagination({ t, current, of, hrefOf }: PaginationProps) {
  if (of < 2) return null
  return (
    <nav class="usa-pagination" aria-label={t('ui.pagination')}>
      <ul class="usa-pagination__list">
        {current > 1 ? (
          <li class="usa-pagination__item usa-pagination__arrow">
            <a class="usa-pagination__link" href={hrefOf(current - 1)}>
              <Icon name="previous" /> {t('ui.pagination.previous')}
            </a>
          </li>
        ) : null}
        {pagesShown(current, of).map((page, index) => (
          <PageLink key={index} t={t} page={page} current={current} hrefOf={hrefOf} />
        ))}
        {current < of ? (
          <li class="usa-pagination__item usa-pagination__arrow">
            <a class="usa-pagination__link" href={hrefOf(current + 1)}>
              {t('ui.pagination.next')} <Icon name="next" />
            </a>
          </li>
        ) : null}
      </ul>
    </nav>
  )
}
