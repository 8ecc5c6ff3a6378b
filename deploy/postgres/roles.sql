-- Run by the superuser at every start for each service; what is there already is left as it is. ${service}_owner owns the tables and runs Flyway; ${service}_app is the
-- service itself: it owns nothing, so that row-level security binds it, and it can not switch it off.
create role ${service}_owner login password '${owner_password}';
create role ${service}_app login password '${app_password}' connection limit 40;
create database ${service} owner ${service}_owner;
