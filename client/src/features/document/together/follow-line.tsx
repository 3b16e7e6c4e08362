import { useText } from '../../../locales/use-text.js'
import { Button } from '../../../ui/button.js'
import { IconButton } from '../../../ui/icon-button.js'
import { PersonMark } from '../../../ui/person-mark.js'
import type { Follower, Following } from './follower.js'
import { TogetherLine } from './together-line.js'

interface FollowLineProps {
  readonly follower: Follower
  readonly following: Following
  readonly onGone: () => void
}

/** Whom one follows, with a way to stop; afterwards why it has ended, until that was read. */
export function FollowLine({ follower, following, onGone }: FollowLineProps) {
  const { t } = useText()
  const { person, ended } = following
  if (person)
    return (
      <TogetherLine key="following" following={person.id} onGone={onGone}>
        <PersonMark name={person.name} color={person.color} />
        <span className="together__words">{t('follow.following', { name: person.name })}</span>
        <Button onPress={() => follower.end('stopped')}>{t('follow.stop')}</Button>
      </TogetherLine>
    )
  // What a person has just done themselves needs no notice.
  if (!ended || ended.why === 'stopped' || ended.why === 'moved') return null
  return (
    <TogetherLine key="ended" onGone={onGone}>
      <span className="together__words">{t(`follow.ended.${ended.why}`, { name: ended.name })}</span>
      <IconButton icon="close" label={t('follow.dismiss')} onPress={() => follower.dismiss()} />
    </TogetherLine>
  )
}
