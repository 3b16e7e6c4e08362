import { useText } from '../../locales/use-text.js'
import { Said } from '../../ui/said.js'
import { Specimen, State } from './specimen.js'

const SIZES = ['stage', 'h1', 'h2', 'h3', 'reading', 'ui', 'caption'] as const

/** Sizes of type, and people's own words in other scripts and directions. */
export function TypeSpecimens() {
  const { t } = useText()
  return (
    <>
      <Specimen title={t('gallery.type')}>
        {SIZES.map((size) => (
          <State key={size} name={t(`gallery.type.${size}`)}>
            <p className={`specimen-type specimen-type--${size}`}>{t('gallery.words')}</p>
          </State>
        ))}
      </Specimen>
      <Specimen title={t('gallery.said')}>
        <State name={t('gallery.state.rest')}>
          <Said>{t('gallery.saidLines')}</Said>
        </State>
        <State name={t('gallery.state.otherDirection')}>
          <Said>{t('gallery.arabic')}</Said>
        </State>
        <State name={t('gallery.state.otherScripts')}>
          <Said>{t('gallery.scripts')}</Said>
        </State>
        <State name={t('gallery.state.long')}>
          <Said>{t('gallery.unbroken')}</Said>
        </State>
      </Specimen>
    </>
  )
}
