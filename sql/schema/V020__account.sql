-- Who may use the console. Passwords and activation codes are kept as hashes. A name belongs to one account.
create table account (
  id bigint generated always as identity primary key,
  login text not null unique check (login ~ '^[a-z][a-z0-9._-]{1,31}$'),
  name text not null check (name <> ''),
  office text check (office <> ''),
  roles text[] not null check (cardinality(roles) > 0 and roles <@ array['viewer', 'clerk', 'reviewer', 'administrator']),
  password_hash text,
  code_hash text,
  code_expires_at timestamptz,
  disabled_at timestamptz,
  created_at timestamptz not null,
  sessions_from timestamptz not null,
  factor_seed bytea,
  factor_step bigint,
  constraint account_administrator_alone check (not ('administrator' = any (roles) and roles && array['clerk', 'reviewer'])),
  constraint account_factor check ((factor_seed is null) = (factor_step is null)),
  constraint account_code_expires check ((code_hash is null) = (code_expires_at is null))
);
comment on column account.office is 'the folder of the inbox that this person hands files into; null for all folders';
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
  detail text not null default ''
);
comment on column access_event.by_id is 'who did it, where that is another person or a signed-in one';
comment on column access_event.account_id is 'null where no account has the login that was typed';
create index access_event_of_account on access_event (account_id, at);
create index access_event_of_address on access_event (address, at);

create trigger access_event_append_only
before update or delete or truncate on access_event
for each statement execute function refuse_change();
