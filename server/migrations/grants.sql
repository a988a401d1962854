-- Who may do what. Run after every migration, as the owner; running it again changes nothing.
-- Accounts, kits, jobs and audit are `platform`; the hiring side never sees `practice`, nor practice `hiring`.

revoke all on schema platform, hiring, practice from public;
revoke all on schema hiring, practice from backfill_platform;
revoke all on schema practice from backfill_hiring;
revoke all on schema hiring from backfill_practice;
revoke all on all tables in schema hiring, practice from backfill_platform;
revoke all on all tables in schema practice from backfill_hiring;
revoke all on all tables in schema hiring from backfill_practice;

grant usage on schema platform to backfill_platform, backfill_hiring, backfill_practice;
grant usage on schema hiring to backfill_hiring;
grant usage on schema practice to backfill_practice;

grant select, insert, update, delete on all tables in schema platform to backfill_platform, backfill_hiring, backfill_practice;
grant select, insert, update, delete on all tables in schema hiring to backfill_hiring;
grant select, insert, update, delete on all tables in schema practice to backfill_practice;
revoke insert, update, delete on platform.migrations from backfill_platform, backfill_hiring, backfill_practice;

grant usage on all sequences in schema platform to backfill_platform, backfill_hiring, backfill_practice;
grant usage on all sequences in schema hiring to backfill_hiring;
grant usage on all sequences in schema practice to backfill_practice;

alter default privileges in schema platform grant select, insert, update, delete on tables to backfill_platform, backfill_hiring, backfill_practice;
alter default privileges in schema hiring grant select, insert, update, delete on tables to backfill_hiring;
alter default privileges in schema practice grant select, insert, update, delete on tables to backfill_practice;
alter default privileges in schema platform grant usage on sequences to backfill_platform, backfill_hiring, backfill_practice;
alter default privileges in schema hiring grant usage on sequences to backfill_hiring;
alter default privileges in schema practice grant usage on sequences to backfill_practice;
