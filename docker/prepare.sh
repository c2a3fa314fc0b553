#!/bin/bash
# Makes what compose.yaml needs and no repository may hold: passwords, the installation key, and a certificate for one name
# (self-signed: replace docker/secrets/tls by your own). Changes nothing that exists.
set -euo pipefail
name=${1:?usage: docker/prepare.sh HOST-NAME}
secrets=$(cd "$(dirname "$0")" && pwd)/secrets
umask 077
mkdir -p "$secrets/tls"

word() { od -An -N24 -tx1 /dev/urandom | tr -d ' \n'; }

if [ ! -e "$secrets/compose.env" ]; then
  for variable in POSTGRES_PASSWORD LEITAI_OWNER_PASSWORD LEITAI_APP_PASSWORD LEITAI_REDIS_PASSWORD GRAFANA_PASSWORD; do
    printf '%s=%s\n' "$variable" "$(word)"
  done > "$secrets/compose.env"
fi
if [ ! -e "$secrets/installation.key" ]; then
  head -c 32 /dev/urandom > "$secrets/installation.key"
  # The program runs as user 10001 and reads it through a bind mount.
  chmod 0444 "$secrets/installation.key"
  echo "Keep a copy of $secrets/installation.key apart from all backups: without it names cannot be read."
fi
if [ ! -e "$secrets/tls/key.pem" ]; then
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 365 -subj "/CN=$name" \
    -addext "subjectAltName=DNS:$name" -keyout "$secrets/tls/key.pem" -out "$secrets/tls/chain.pem" 2> /dev/null
fi
