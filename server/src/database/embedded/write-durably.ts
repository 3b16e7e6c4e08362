import { open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Replaces a small file whole or not at all, and so that it is still there after a power loss. */
export async function writeDurably(path: string, content: string, mode: number): Promise<void> {
  const partial = `${path}.${process.pid}`
  const file = await open(partial, 'w', mode)
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(partial, path)
  await syncDirectory(dirname(path))
}

/** Makes a rename inside `path` durable; Windows cannot and need not open directories. */
export async function syncDirectory(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const directory = await open(path, 'r')
  try {
    await directory.sync()
  } finally {
    await directory.close()
  }
}
