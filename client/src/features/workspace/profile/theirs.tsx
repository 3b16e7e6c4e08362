import { useText } from '../../../locales/use-text.js'
import { useAnnounce } from '../../../ui/announcer.js'
import { Button } from '../../../ui/button.js'
import { Said } from '../../../ui/said.js'
import { fieldWords, PROFILE_FIELDS, type ProfileDraft, type ProfileField } from './profile-draft.js'

interface TheirsProps {
  readonly field: ProfileField
  /** What somebody else saved meanwhile; null where it says the same. */
  readonly theirs: ProfileDraft | null
  readonly onTake: (field: ProfileField) => void
}

/** Beside a field that somebody else changed meanwhile: their words, and taking them. Neither text is lost by itself. */
export function Theirs({ field, theirs, onTake }: TheirsProps) {
  const { t } = useText()
  const announce = useAnnounce()
  if (theirs === null) return null
  const name = t(PROFILE_FIELDS[field])
  return (
    <div className="banner banner--caution">
      <div className="banner__body">
        <p className="caption">{t('profile.theirs')}</p>
        <Said>{fieldWords(theirs, field, t)}</Said>
        <div>
          <Button
            aria-label={t('profile.takeTheirsNamed', { field: name })}
            onPress={() => {
              onTake(field)
              announce(t('profile.took', { field: name }))
            }}
          >
            {t('profile.takeTheirs')}
          </Button>
        </div>
      </div>
    </div>
  )
}
