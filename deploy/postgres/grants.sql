-- Run by the superuser in the service's database.
revoke all on database ${service} from public;
grant connect on database ${service} to ${service}_app;
alter schema public owner to ${service}_owner;
revoke all on schema public from public;
grant usage on schema public to ${service}_app;
alter default privileges for role ${service}_owner in schema public
  grant select, insert, update, delete on tables to ${service}_app;
alter default privileges for role ${service}_owner in schema public
  grant usage, select on sequences to ${service}_app;
