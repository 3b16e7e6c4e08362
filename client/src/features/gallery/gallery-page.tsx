import { useText } from '../../locales/use-text.js'
import { Page } from '../../ui/page.js'
import { ButtonSpecimens } from './buttons.js'
import { ChoiceSpecimens } from './choices.js'
import { ColourSpecimens } from './colours.js'
import { FieldSpecimens } from './fields.js'
import { OverlaySpecimens } from './overlays.js'
import { PeopleSpecimens } from './people.js'
import { StateSpecimens } from './states.js'
import { TypeSpecimens } from './type.js'

/** Every component of `ui`, each in its states: for whoever builds screens, and for the tests that photograph them. */
export function GalleryPage() {
  const { t } = useText()
  return (
    <Page title={t('gallery.title')} width="wide">
      <p className="lead prose">{t('gallery.lead')}</p>
      <TypeSpecimens />
      <ColourSpecimens />
      <ButtonSpecimens />
      <FieldSpecimens />
      <ChoiceSpecimens />
      <OverlaySpecimens />
      <StateSpecimens />
      <PeopleSpecimens />
    </Page>
  )
}
