#!/bin/sh
# Builds the web client when its sources changed since the last build; called by Maven.
#   build-if-stale.sh build   dist/ is up to date afterwards
#   build-if-stale.sh test    type check, lint and unit tests
set -eu
cd "$(dirname "$0")/.."

need="the web client needs Node 20.19 or newer with npm on the PATH"
command -v node >/dev/null && command -v npm >/dev/null || { echo "$need" >&2; exit 1; }
node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)' \
  || { echo "$need, found $(node --version)" >&2; exit 1; }

# cksum of the contents and names of everything that a build reads
inputs() {
  find src public index.html package.json package-lock.json vite.config.ts tsconfig.json scripts -type f 2>/dev/null \
    | LC_ALL=C sort | xargs -d '\n' cksum | cksum
}

install_packages() {
  lock=$(cksum <package-lock.json)
  if [ "$(cat node_modules/.installed-from 2>/dev/null)" != "$lock" ]; then
    # A lock file written where a registry offers only this platform's native packages lacks the other platforms'
    # names, which `npm ci` refuses; `npm install` without saving installs the same locked versions.
    npm ci --no-audit --no-fund --loglevel=silent \
      || npm install --no-save --no-audit --no-fund --loglevel=error
    printf '%s\n' "$lock" >node_modules/.installed-from
  fi
}

case "${1:-}" in
  build)
    now=$(inputs)
    if [ "$(cat dist/.built-from 2>/dev/null)" = "$now" ]; then
      echo "web-client/dist is up to date"
    else
      install_packages
      npm run build
      rm -rf ../target/classes/web # else hashed files of earlier builds would stay in the jar
      printf '%s\n' "$now" >dist/.built-from
    fi
    ;;
  test)
    install_packages
    npm test
    ;;
  *)
    echo "usage: build-if-stale.sh build|test" >&2
    exit 2
    ;;
esac
