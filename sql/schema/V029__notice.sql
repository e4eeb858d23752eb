-- What is wrong, and which notices of it were sent, so that the same notice is not sent every night.

-- Something that is wrong, from when it was first seen until it was not seen any more.
create table problem (
  id bigint generated always as identity primary key,
  kind text collate "C" not null check (kind <> ''),
  subject text collate "C" not null,
  since timestamptz not null,
  settled timestamptz check (settled >= since)
);
comment on column problem.kind is 'what watches for it';
comment on column problem.subject is 'a year or a channel, if there can be several of the kind; otherwise empty';
comment on column problem.settled is 'when it was not seen any more; null while it lasts';
create unique index problem_that_lasts on problem (kind, subject) where settled is null;

-- An attempt to send a notice of a problem. It is written after the channel has answered: if the program is killed in
-- between, the notice is sent twice rather than never.
create table notice (
  id bigint generated always as identity primary key,
  problem_id bigint not null references problem,
  channel text collate "C" not null check (channel <> ''),
  state text not null check (state in ('new', 'again', 'settled')),
  at timestamptz not null,
  sent boolean not null,
  answer text not null
);
comment on column notice.state is 'whether the problem is new, is still there, or is settled';
comment on column notice.sent is 'whether the channel accepted it';
comment on column notice.answer is 'what the channel said';
create index notice_of_problem on notice (problem_id);

-- The last attempt on each channel.
create table notice_channel (
  channel text collate "C" primary key,
  tried_at timestamptz not null,
  sent_at timestamptz,
  answer text not null
);
comment on column notice_channel.tried_at is 'when something was sent last, accepted or not';
comment on column notice_channel.sent_at is 'when the channel accepted something last; null if it never did';
comment on column notice_channel.answer is 'what it said at the last attempt';
