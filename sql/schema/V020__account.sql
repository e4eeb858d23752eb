-- Who may use the console. Passwords and activation codes are kept as hashes. A name belongs to one account.
create table account (
  id bigint generated always as identity primary key,
  login text not null unique check (login ~ '^[a-z][a-z0-9._-]{1,31}$'),
  name text not null check (name <> ''),
  office text check (office <> ''),
  roles text[] not null check (cardinality(roles) > 0 and roles <@ array['viewer', 'clerk', 'reviewer', 'administrator']),
  password_hash text,
  password_set_at timestamptz,
  code_hash text,
  code_expires_at timestamptz,
  disabled_at timestamptz,
  created_at timestamptz not null,
  sessions_from timestamptz not null,
  factor_seed bytea,
  factor_step bigint,
  language text check (language in ('zh', 'en')),
  constraint account_administrator_alone check (not ('administrator' = any (roles) and roles && array['clerk', 'reviewer'])),
  constraint account_factor check ((factor_seed is null) = (factor_step is null)),
  constraint account_password_set check ((password_hash is null) = (password_set_at is null)),
  constraint account_code_expires check ((code_hash is null) = (code_expires_at is null))
);
comment on column account.office is 'the folder of the inbox that this person hands files into; null for all folders';
comment on column account.language is 'null until this person chooses one';
comment on column account.factor_seed is 'what the codes of the second factor are made from, encrypted with a key outside the database';
comment on column account.factor_step is 'the period of the last code that was used: no code is used twice';
comment on column account.sessions_from is 'sessions that began earlier have ended: the account has changed since';
comment on column account.code_hash is 'SHA-256 of the code with which this person sets a password, once';

create unique index account_of_one_person on account (lower(regexp_replace(normalize(name, nfkc), '\s', '', 'g')));

-- What happens to accounts and what their owners do at the door. Rows are only added.
create table access_event (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  account_id bigint references account,
  kind text not null,
  by_id bigint references account,
  via text not null check (via in ('cli', 'console')),
  address text,
  session text check (session ~ '^[0-9a-f]{12}$'),
  detail text not null default ''
);
comment on column access_event.by_id is 'who did it, where that is another person or a signed-in one';
comment on column access_event.account_id is 'null where no account has the login that was typed';
comment on column access_event.session is 'the same for all events of one session; nobody can guess the session from it';
create index access_event_of_account on access_event (account_id, at);
create index access_event_of_address on access_event (address, at);
create index access_event_of_session on access_event (session, id);

create trigger access_event_append_only
before update or delete or truncate on access_event
for each statement execute function refuse_change();

-- How far the access log is copied to the county's log server.
create table access_copy (
  is_only boolean primary key default true check (is_only),
  last_event bigint not null
);
comment on column access_copy.last_event is 'the last access_event that was sent';
insert into access_copy (last_event) values (0);
