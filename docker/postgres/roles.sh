#!/bin/bash
# The two roles and the database, once: the owner runs migrations, the program may add to the ledger and read it.
# CREATEDB lets `leitai restore` try a backup in a database of its own.
set -euo pipefail
psql --set=ON_ERROR_STOP=1 --username postgres \
  --set=owner="$LEITAI_OWNER_PASSWORD" --set=app="$LEITAI_APP_PASSWORD" <<'SQL'
create role leitai_owner login createdb password :'owner';
create role leitai_app login password :'app';
create database leitai owner leitai_owner;
SQL
