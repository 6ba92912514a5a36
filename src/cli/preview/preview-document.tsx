import type { VNode } from 'preact'
import type { Text } from '../../platform/i18n/text.ts'
import { Alert, type Assets, renderDocument } from '../../ui/index.ts'
import type { News } from './drawing.ts'

type Props = {
  t: Text
  title: string
  assets: Assets
  /** Of the files as they are: the script asks for another page once there is another. */
  version: number
  news: News
  /** Undefined: nothing could be drawn yet. */
  body: VNode | undefined
}

/** What the compiler says, and why the files could not be drawn. */
function Broken({ t, news: { fault, types }, isShown }: { t: Text; news: News; isShown: boolean }) {
  return (
    <>
      {fault === null ? null : (
        <Alert kind="act" title={t(isShown ? 'filing.preview.broken' : 'filing.preview.broken-first')}>
          <pre class="broken">{fault}</pre>
        </Alert>
      )}
      {types === null || types.length === 0 ? null : (
        <Alert kind="act" title={t('filing.preview.types')}>
          <pre class="broken">{types.join('\n')}</pre>
        </Alert>
      )}
    </>
  )
}

/** The whole page of a preview; it has no address of its own to send anything to. */
export function previewDocument({ t, title, assets, version, news, body }: Props): string {
  return renderDocument(
    <html lang={t.language} dir={t.direction}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <link rel="stylesheet" href={assets('portolan.css')} />
        <script type="module" src="/preview.js" />
      </head>
      <body data-version={String(version)}>
        <a class="usa-skipnav" href="#main">
          {t('ui.skip-to-content')}
        </a>
        <div class="demonstration-bar">
          <p class="wrap">{t('ui.demonstration')}</p>
        </div>
        <main class="wrap main stack" id="main" tabIndex={-1}>
          <p class="muted">
            {t('filing.preview.live')} <noscript>{t('filing.preview.no-script')}</noscript>
            {news.types === null ? ` ${t('filing.preview.no-types')}` : null}
          </p>
          <Broken t={t} news={news} isShown={body !== undefined} />
          {body ?? <h1>{title}</h1>}
        </main>
      </body>
    </html>,
  )
}
