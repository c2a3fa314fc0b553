#!/bin/bash
# Exit 0 while the node in this container says that it is ready. No other program is needed: bash opens the connection.
set -euo pipefail
exec 3<>"/dev/tcp/${1:-127.0.0.1}/${LEITAI_HTTP_PORT:-8080}"
printf 'GET /health/ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&3
read -r -t 2 _ status _ <&3
[ "$status" = 200 ]
