#!/bin/sh
# Runs once, when the database is made: the role that owns and migrates, and the lesser one the nodes work as.
set -eu
psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres --no-psqlrc --quiet \
  --set owner="$RT_OWNER_PASSWORD" --set app="$RT_APP_PASSWORD" <<'SQL'
create role rt_owner login password :'owner';
create role rt_app login password :'app';
create database roundtable owner rt_owner;
revoke all on database roundtable from public;
grant connect on database roundtable to rt_app;
SQL
