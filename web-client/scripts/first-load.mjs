// The promise: the first load of a board is at most 60 kB of JavaScript, gzip; 54 leave room to grow. Counts the entry, what it imports,
// and what the phone board's page imports, from Vite's own manifest of the build.
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const LIMIT_BYTES = 54 * 1024
const PAGES = ['src/features/board/PhoneBoard.vue', 'src/features/board/HallBoard.vue', 'src/features/board/BoardList.vue']
const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'))

function reach(key, seen) {
  if (seen.has(key)) return seen
  seen.add(key)
  for (const next of manifest[key].imports ?? []) reach(next, seen)
  return seen
}

// A page whose modules other pages share is listed by its name instead of its source.
function keyOf(page) {
  if (manifest[page]) return page
  const name = page.slice(page.lastIndexOf('/') + 1, -'.vue'.length)
  const key = Object.keys(manifest).find((one) => manifest[one].name === name && manifest[one].isDynamicEntry)
  if (!key) throw new Error(`${page} is not in the build: the size of a board cannot be told`)
  return key
}

for (const page of PAGES) {
  const files = [...reach(keyOf(page), reach('index.html', new Set()))].map((key) => manifest[key].file)
  const scripts = files.filter((file) => file.endsWith('.js'))
  const bytes = scripts.map((file) => gzipSync(readFileSync(`dist/${file}`)).length).reduce((a, b) => a + b, 0)
  console.log(`first load of ${page}: ${(bytes / 1024).toFixed(1)} kB gzip in ${scripts.length} scripts (limit 54)`)
  if (bytes > LIMIT_BYTES) throw new Error(`${page}: ${bytes} bytes of JavaScript are more than ${LIMIT_BYTES}`)
}
