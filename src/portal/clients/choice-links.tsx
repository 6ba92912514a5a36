/** A choice of what a list shows, each with an address of its own; the one that is shown stands out. */
export const ChoiceLinks = ({ label, choices }: { label: string; choices: readonly { words: string; href: string; isShown: boolean }[] }) => (
  <nav aria-label={label}>
    <p>
      {choices.map(({ words, href, isShown }, at) => (
        <>
          {at > 0 ? ' · ' : null}
          {isShown ? (
            <strong key={href}>
              <a href={href} aria-current="page">
                {words}
              </a>
            </strong>
          ) : (
            <a key={href} href={href}>
              {words}
            </a>
          )}
        </>
      ))}
    </p>
  </nav>
)
