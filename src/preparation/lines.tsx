/** Several lines of an answer, one beneath the other. */
export const Lines = ({ text }: { text: string }) => (
  <>
    {text.split('\n').map((line, index) => (
      <span key={index} dir="auto">
        {index > 0 ? <br /> : null}
        {line}
      </span>
    ))}
  </>
)
