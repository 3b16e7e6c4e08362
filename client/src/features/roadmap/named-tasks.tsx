import { useText } from '../../locales/use-text.js'

/** So many names are read before they are only counted. */
const MOST_NAMES = 10

/** Some tasks by name, under a sentence that says what is with them. */
export function NamedTasks({ sentence, names }: { readonly sentence: string; readonly names: readonly string[] }) {
  const { t } = useText()
  return (
    <div>
      <p>{sentence}</p>
      <ul>
        {names.slice(0, MOST_NAMES).map((name, index) => (
          <li key={index}>
            <bdi>{name}</bdi>
          </li>
        ))}
      </ul>
      {names.length > MOST_NAMES && <p>{t('bulk.more', { n: names.length - MOST_NAMES })}</p>}
    </div>
  )
}
