import { useState } from 'react'
import { useText } from '../../locales/use-text.js'
import { useAnnounce } from '../../ui/announcer.js'
import { Button } from '../../ui/button.js'
import { Dialog } from '../../ui/dialog.js'
import { Disclosure } from '../../ui/disclosure.js'
import { FormDialog } from '../../ui/form-dialog.js'
import { Menu, MenuItem } from '../../ui/menu.js'
import { ReasonDialog } from '../../ui/reason-dialog.js'
import { TextField } from '../../ui/text-field.js'
import { Specimen, State } from './specimen.js'

type Open = 'dialog' | 'alert' | 'form' | 'reason' | null

export function OverlaySpecimens() {
  const { t } = useText()
  const announce = useAnnounce()
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  const form = { title: t('gallery.dialogTitle'), submit: t('gallery.act'), error: null, isPending: false, onClose: close }
  return (
    <>
      <Specimen title={t('gallery.menu')}>
        <State name={t('gallery.state.rest')}>
          <Menu label={t('gallery.menu')}>
            <MenuItem>{t('gallery.act')}</MenuItem>
            <MenuItem>{t('gallery.long')}</MenuItem>
            <MenuItem isDisabled>{t('gallery.state.disabled')}</MenuItem>
          </Menu>
        </State>
        <State name={t('gallery.state.disabled')}>
          <Menu label={t('gallery.menu')} isDisabled>
            <MenuItem>{t('gallery.act')}</MenuItem>
          </Menu>
        </State>
      </Specimen>
      <Specimen title={t('gallery.dialog')}>
        {(['dialog', 'alert', 'form', 'reason'] as const).map((kind) => (
          <State key={kind} name={t(`gallery.dialog.${kind}`)}>
            <span data-overlay={kind}>
              <Button onPress={() => setOpen(kind)}>{t(`gallery.dialog.${kind}`)}</Button>
            </span>
          </State>
        ))}
        <Dialog
          title={form.title}
          role={open === 'alert' ? 'alertdialog' : 'dialog'}
          isOpen={open === 'dialog' || open === 'alert'}
          onClose={close}
        >
          <p>{t('gallery.words')}</p>
          <div className="row">
            <Button onPress={close}>{t('form.cancel')}</Button>
          </div>
        </Dialog>
        {open === 'form' && (
          <FormDialog {...form} error={new Error()} onSubmit={close}>
            <TextField label={t('gallery.fieldLabel')} error={t('gallery.invalid')} />
          </FormDialog>
        )}
        {open === 'reason' && (
          <ReasonDialog
            {...form}
            lead={t('gallery.words')}
            label={t('gallery.fieldLabel')}
            hint={t('gallery.fieldHint')}
            missing={t('gallery.invalid')}
            onSend={close}
          />
        )}
      </Specimen>
      <Specimen title={t('gallery.disclosure')}>
        <State name={t('gallery.state.rest')}>
          <p>
            {t('gallery.words')} <Disclosure label={t('why.question')}>{t('gallery.words')}</Disclosure>
          </p>
        </State>
      </Specimen>
      <Specimen title={t('gallery.announcer')} lead={t('gallery.announcerLead')}>
        <State name={t('gallery.state.rest')}>
          <Button onPress={() => announce(t('gallery.words'))}>{t('gallery.announce')}</Button>
        </State>
      </Specimen>
    </>
  )
}
