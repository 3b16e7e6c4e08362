import { useState } from 'react'
import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { Group } from 'react-aria-components/Group'
import { Toolbar } from 'react-aria-components/Toolbar'
import { useChunk } from '../../../lib/chunk.js'
import { useMedia } from '../../../lib/use-media.js'
import { useText } from '../../../locales/use-text.js'
import { Menu, MenuItem } from '../../../ui/menu.js'
import { ParagraphSaid } from '../paragraph/paragraph-said.js'
import { EDITOR_KEYS_ID, EDITOR_SAID_ID, FORMAT_BAR_ID, useDesk } from './desk.js'
import { extraItems } from './extra-items.js'
import { FormatToggle } from './format-toggle.js'
import { FormatMore } from './format-more.js'
import { mentionAtCaret } from './framework-paragraph.js'
import { laterChunk } from './later-chunk.js'
import { TableMenu } from './table-menu.js'

/** One bar for all texts of the page; it acts on the one that is written in. */
export function FormatBar() {
  const { t } = useText()
  const { active } = useDesk()
  return (
    <>
      <p id={EDITOR_KEYS_ID} className="visually-hidden">
        {t('editor.keys')}
      </p>
      <div id={FORMAT_BAR_ID} onKeyDown={(event) => event.key === 'Escape' && active?.commands.focus()}>
        <Toolbar className="format-bar" aria-label={t('editor.bar')}>
          <FormatControls key={active?.instanceId ?? 'none'} editor={active} />
        </Toolbar>
      </div>
      <div id={EDITOR_SAID_ID} />
    </>
  )
}

const STYLES = [
  {
    name: 'paragraph',
    is: (editor: Editor) => editor.isActive('paragraph'),
    set: (editor: Editor) => editor.chain().focus().setParagraph().run()
  },
  ...([2, 3, 4] as const).map((level) => ({
    name: `heading${level}` as const,
    is: (editor: Editor) => editor.isActive('heading', { level }),
    set: (editor: Editor) => editor.chain().focus().setHeading({ level }).run()
  })),
  {
    name: 'quote',
    is: (editor: Editor) => editor.isActive('blockquote'),
    set: (editor: Editor) => editor.chain().focus().toggleBlockquote().run()
  }
] as const

function FormatControls({ editor }: { readonly editor: Editor | null }) {
  const { t } = useText()
  const [isLinking, setLinking] = useState(false)
  const { value: later } = useChunk(laterChunk)
  // On a phone the bar stays one line, and what is rarer stands in a menu.
  const isNarrow = useMedia('(width <= 37.5rem)')
  const state = useEditorState({
    editor,
    selector: ({ editor: current }) => ({
      canWrite: current?.isEditable ?? false,
      bold: current?.isActive('bold') ?? false,
      italic: current?.isActive('italic') ?? false,
      bullets: current?.isActive('bulletList') ?? false,
      numbers: current?.isActive('orderedList') ?? false,
      link: current?.isActive('link') ?? false,
      table: current?.isActive('table') ?? false,
      mention: current && mentionAtCaret(current.state),
      style: STYLES.find((style) => current && style.is(current))?.name ?? 'paragraph'
    })
  })
  const isDisabled = editor === null || state?.canWrite !== true
  return (
    <>
      <Menu label={t('editor.style')} icon="heading" look="quiet" isDisabled={isDisabled}>
        {STYLES.map((style) => (
          <MenuItem key={style.name} onAction={() => editor && style.set(editor)}>
            {t(`editor.style.${style.name}`)}
            {state?.style === style.name && <span className="muted caption">{t('editor.current')}</span>}
          </MenuItem>
        ))}
      </Menu>
      <Group className="format-bar__group" aria-label={t('editor.marks')}>
        <FormatToggle
          icon="bold"
          label={t('editor.bold')}
          isOn={state?.bold}
          isDisabled={isDisabled}
          onPress={() => editor?.chain().focus().toggleBold().run()}
        />
        <FormatToggle
          icon="italic"
          label={t('editor.italic')}
          isOn={state?.italic}
          isDisabled={isDisabled}
          onPress={() => editor?.chain().focus().toggleItalic().run()}
        />
        {!isNarrow && (
          <FormatToggle icon="link" label={t('editor.link')} isOn={state?.link} isDisabled={isDisabled} onPress={() => setLinking(true)} />
        )}
      </Group>
      <Group className="format-bar__group" aria-label={t('editor.lists')}>
        <FormatToggle
          icon="bullets"
          label={t('editor.bullets')}
          isOn={state?.bullets}
          isDisabled={isDisabled}
          onPress={() => editor?.chain().focus().toggleBulletList().run()}
        />
        <FormatToggle
          icon="numbers"
          label={t('editor.numbers')}
          isOn={state?.numbers}
          isDisabled={isDisabled}
          onPress={() => editor?.chain().focus().toggleOrderedList().run()}
        />
        {!isNarrow && <TableMenu editor={editor} isInTable={state?.table === true} isDisabled={isDisabled} />}
      </Group>
      {isNarrow ? (
        <FormatMore editor={editor} isInTable={state?.table === true} isDisabled={isDisabled} onLink={() => setLinking(true)} />
      ) : (
        <Menu label={t('editor.extras')} icon="more" look="quiet" isDisabled={isDisabled}>
          {extraItems(editor, t)}
        </Menu>
      )}
      {state?.mention != null && <ParagraphSaid number={state.mention} />}
      {editor && later && <later.LinkDialog editor={editor} isOpen={isLinking} onClose={() => setLinking(false)} />}
    </>
  )
}
