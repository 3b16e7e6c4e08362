export { ParagraphDialog } from '../paragraph/paragraph-dialog.js'
export { LinkDialog } from './link-dialog.js'
export { LeftOutLine } from './paste/left-out-line.js'
export { readPaste, saidOfPictures } from './paste/read-paste.js'
