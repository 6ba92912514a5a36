import { FrameFooter } from './frame-footer.tsx'
import type { FrameProps } from './frame-props.ts'
import { FrameHeader } from './frame-header.tsx'

function Head({ t, title, hasErrors, assets, demonstration, script }: FrameProps) {
  const words = { page: title, product: t('ui.product') }
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{hasErrors ? t('ui.title.with-error', words) : t('ui.title', words)}</title>
      {demonstration ? <meta name="robots" content="noindex, nofollow" /> : null}
      <link rel="stylesheet" href={assets('portolan.css')} />
      <link rel="icon" type="image/svg+xml" href={assets('mark.svg')} />
      <script type="module" src={assets('portolan.js')} />
      {script ? <script type="module" src={assets(script)} /> : null}
    </head>
  )
}

function Main({ t, children, aside, wide }: FrameProps) {
  if (!aside) {
    return (
      <main id="main" class={wide ? 'wrap main' : 'wrap main main--text'} tabindex={-1}>
        {children}
      </main>
    )
  }
  return (
    <main id="main" class="wrap main two" tabindex={-1}>
      <div class="stack">{children}</div>
      <aside class="stack" aria-label={t('ui.aside')}>
        {aside}
      </aside>
    </main>
  )
}

/** A full `<html>` document around one page's content; `renderDocument` writes it out. */
export function PageFrame(props: FrameProps) {
  const { t, theme } = props
  return (
    <html lang={t.language} dir={t.direction} data-theme={theme === 'system' ? undefined : theme}>
      <Head {...props} />
      <body>
        <a class="usa-skipnav" href="#main">
          {t('ui.skip-to-content')}
        </a>
        <FrameHeader {...props} />
        <Main {...props} />
        {props.idleNotice}
        {props.mention}
        <FrameFooter {...props} />
      </body>
    </html>
  )
}
