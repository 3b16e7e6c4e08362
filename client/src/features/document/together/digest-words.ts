import type { Translate } from '../../../locales/use-text.js'
import type { Guide } from '../places/guide.js'
import type { Told } from './digest.js'

/** What is said of others' changes, such as "Amina and 2 others changed Small numbers." */
export function digestWords({ names, places }: Told, { nameOf }: Guide, t: Translate): string {
  const [first = '', second = ''] = names
  const who =
    names.length === 0
      ? t('digest.somebody')
      : t(names.length === 2 ? 'digest.two' : 'digest.who', { first, second, others: names.length - 1 })
  const known = places.map((place) => nameOf(place)).filter((name) => name !== null)
  const [where = t('digest.somewhere')] = known
  return t('digest.changed', { who, where, others: Math.max(0, places.length - 1) })
}
