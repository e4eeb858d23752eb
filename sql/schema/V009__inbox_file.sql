-- An earlier file may be handed in again, to take a correction back: the same digest, a new delivery.
drop index delivery_sha256;
create index delivery_sha256 on delivery (sha256, year, sheet);

-- What lay in an inbox at the last look: a file that has lain there since is not handed in again.
create table inbox_file (
  path text collate "C" primary key,
  sha256 text collate "C" not null
);

insert into inbox_file (path, sha256)
select distinct on (path) path, sha256
from delivery
where archived_as is null
order by path, id desc;
