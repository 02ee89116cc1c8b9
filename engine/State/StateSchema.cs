namespace SesamTalk.Engine.State;

/// <summary>The tables of the state. Their version is kept in the file (<c>user_version</c>).</summary>
internal static class StateSchema
{
    /// <summary>The version that this engine reads and writes.</summary>
    public const int Version = 3;

    /// <summary>Makes the tables of an empty file.</summary>
    public const string Tables = """
        -- What has a number: entities (system/entity), with how many records of each are known, and how many of them are gone; flows,
        -- with how many links each has, how many of them have ended, and the fingerprint of the version that last ran; the rows of
        -- each flow and the mapped properties of each entity, in the order they came up. rules: the pairs of the match rules, so that a
        -- review can be told without the flow (I4). sensitive: never shown (H3).
        CREATE TABLE entity (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, records INTEGER NOT NULL DEFAULT 0,
            gone INTEGER NOT NULL DEFAULT 0);
        CREATE TABLE flow (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, links INTEGER NOT NULL DEFAULT 0,
            ended INTEGER NOT NULL DEFAULT 0, fingerprint INTEGER NOT NULL DEFAULT 0, file TEXT NOT NULL DEFAULT '', indexed INTEGER NOT NULL DEFAULT 0,
            admitted INTEGER NOT NULL DEFAULT 0, rules TEXT NOT NULL DEFAULT '');
        CREATE TABLE flow_row (flow INTEGER NOT NULL, number INTEGER NOT NULL, name TEXT NOT NULL, PRIMARY KEY (flow, number)) WITHOUT ROWID;
        CREATE TABLE slot (entity INTEGER NOT NULL, slot INTEGER NOT NULL, path TEXT NOT NULL, sensitive INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (entity, slot)) WITHOUT ROWID;

        -- Every record by its name, with the fingerprint of its values (chapter 2). written: the time of a write that no read has
        -- shown yet (O6); written_slots: what it wrote, and what it took back (R7). gone: since when it is no longer there (D4).
        CREATE TABLE record (entity INTEGER NOT NULL, key TEXT NOT NULL, id INTEGER NOT NULL, fingerprint INTEGER NOT NULL, written INTEGER, written_slots TEXT,
            gone INTEGER, PRIMARY KEY (entity, key)) WITHOUT ROWID;
        CREATE TABLE mirror (id INTEGER PRIMARY KEY, entity INTEGER NOT NULL, key TEXT NOT NULL, cluster INTEGER NOT NULL, body BLOB NOT NULL, stamps BLOB NOT NULL,
            gone INTEGER);
        -- The members of a cluster but for the one that gave it its number.
        CREATE INDEX mirror_cluster ON mirror (cluster, entity, gone) WHERE cluster <> id;

        -- Links (chapter 3). agreed: per row the edits on which both sides last agreed (R4, R5). state: 0 while it holds, 1 when it has
        -- ended (D4), 2 while a counterpart is to be made again (D3); ended: in which run that came about.
        CREATE TABLE link (flow INTEGER NOT NULL, source INTEGER NOT NULL, target INTEGER NOT NULL, evidence INTEGER NOT NULL, detail TEXT,
            run INTEGER NOT NULL, agreed BLOB NOT NULL, state INTEGER NOT NULL DEFAULT 0, ended INTEGER, PRIMARY KEY (flow, source)) WITHOUT ROWID;
        CREATE UNIQUE INDEX link_target ON link (flow, target);
        CREATE INDEX link_state ON link (flow, state) WHERE state <> 0;
        -- What records without a link carry under the match rules of a flow (I3, I4).
        CREATE TABLE candidate (flow INTEGER NOT NULL, rule INTEGER NOT NULL, carried INTEGER NOT NULL, side INTEGER NOT NULL, id INTEGER NOT NULL,
            PRIMARY KEY (flow, rule, carried, side, id)) WITHOUT ROWID;
        CREATE INDEX candidate_record ON candidate (flow, side, id);
        -- What has to be judged anew, because somebody who carried it came, went or changed.
        CREATE TABLE touched (flow INTEGER NOT NULL, rule INTEGER NOT NULL, carried INTEGER NOT NULL, PRIMARY KEY (flow, rule, carried)) WITHOUT ROWID;
        CREATE TABLE review (flow INTEGER NOT NULL, side INTEGER NOT NULL, id INTEGER NOT NULL, rule INTEGER NOT NULL, carried INTEGER NOT NULL,
            reason TEXT NOT NULL, PRIMARY KEY (flow, side, id)) WITHOUT ROWID;
        -- Whom a record in review could belong to where no match rule tells (C3).
        CREATE TABLE review_candidate (flow INTEGER NOT NULL, side INTEGER NOT NULL, id INTEGER NOT NULL, candidate INTEGER NOT NULL, evidence TEXT NOT NULL,
            PRIMARY KEY (flow, side, id, candidate)) WITHOUT ROWID;
        -- Pairs that a person unlinked: never again (I6). Each pair stands here both ways round.
        CREATE TABLE apart (one INTEGER NOT NULL, other INTEGER NOT NULL, run INTEGER NOT NULL, PRIMARY KEY (one, other)) WITHOUT ROWID;

        -- What is to be looked at, by turn; turn -1 is for the next run. changed: whether links are to be reconciled; else counterparts
        -- are looked for.
        CREATE TABLE pending (turn INTEGER NOT NULL, entity INTEGER NOT NULL, key TEXT NOT NULL, id INTEGER NOT NULL, changed INTEGER NOT NULL,
            PRIMARY KEY (turn, entity, key)) WITHOUT ROWID;
        -- The flow that creates (0) or links (1), and the turn at which it began, while it is under way: a run that was killed in it first
        -- creates what was decided, or links who could be linked (T4).
        CREATE TABLE under_way (one INTEGER PRIMARY KEY CHECK (one = 1), stage INTEGER NOT NULL, flow INTEGER NOT NULL, turn INTEGER NOT NULL);
        -- Records that went or came back, until all their links have been looked at (chapter 7).
        CREATE TABLE fate (entity INTEGER NOT NULL, key TEXT NOT NULL, id INTEGER NOT NULL, PRIMARY KEY (entity, key)) WITHOUT ROWID;
        -- Who waits for whom (C4, R10).
        CREATE TABLE waiting (flow INTEGER NOT NULL, entity INTEGER NOT NULL, id INTEGER NOT NULL, row INTEGER NOT NULL, awaited_entity TEXT NOT NULL,
            awaited_key TEXT NOT NULL, reason TEXT NOT NULL, PRIMARY KEY (flow, entity, id, row, awaited_entity, awaited_key)) WITHOUT ROWID;
        CREATE INDEX waiting_awaited ON waiting (awaited_entity, awaited_key);

        -- Creates under way (C2): at most one a cluster and entity. known: the greatest number of a record when it was put down.
        CREATE TABLE intent (cluster INTEGER NOT NULL, entity INTEGER NOT NULL, flow INTEGER NOT NULL, side INTEGER NOT NULL, origin INTEGER NOT NULL,
            idempotency_key TEXT NOT NULL, key TEXT, body BLOB NOT NULL, stamps BLOB NOT NULL, run INTEGER NOT NULL, known INTEGER NOT NULL,
            PRIMARY KEY (cluster, entity)) WITHOUT ROWID;
        -- Changes under way: what was sent and not answered yet (T4).
        CREATE TABLE sent (entity INTEGER NOT NULL, key TEXT NOT NULL, property INTEGER NOT NULL, flow INTEGER NOT NULL, row INTEGER NOT NULL,
            shape INTEGER NOT NULL, content BLOB NOT NULL, PRIMARY KEY (entity, key, property)) WITHOUT ROWID;
        -- What a system rejected (W4): tried again when the content is another. dropped: a person wants to hear no more of it.
        CREATE TABLE dead_letter (entity INTEGER NOT NULL, id INTEGER NOT NULL, kind TEXT NOT NULL, content INTEGER NOT NULL, subject TEXT NOT NULL, flow TEXT NOT NULL,
            message TEXT NOT NULL, run INTEGER NOT NULL, dropped INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (entity, id, kind)) WITHOUT ROWID;
        CREATE TABLE conflict (number INTEGER PRIMARY KEY, identity INTEGER NOT NULL UNIQUE, run INTEGER NOT NULL, flow TEXT NOT NULL, place TEXT NOT NULL,
            winner TEXT NOT NULL, winner_property TEXT NOT NULL, winner_value TEXT, winner_edit TEXT NOT NULL,
            loser TEXT NOT NULL, loser_property TEXT NOT NULL, loser_value TEXT, loser_edit TEXT NOT NULL, decided_by TEXT NOT NULL,
            resolved INTEGER, taken TEXT);

        -- What was read (chapter 2), what was done (chapter 10). kind of a run: run, undo, or what a person decided.
        CREATE TABLE cursor (entity INTEGER PRIMARY KEY, cursor TEXT, shape INTEGER NOT NULL, read_at INTEGER NOT NULL);
        CREATE TABLE run (number INTEGER PRIMARY KEY, epoch INTEGER NOT NULL, started INTEGER NOT NULL, ended INTEGER, holder TEXT NOT NULL, outcome TEXT,
            kind TEXT NOT NULL DEFAULT 'run', detail TEXT);
        CREATE TABLE journal (number INTEGER PRIMARY KEY, run INTEGER NOT NULL, entity INTEGER NOT NULL, key TEXT NOT NULL, kind INTEGER NOT NULL, changes BLOB NOT NULL);
        """;

    /// <summary>A place for what one round wants to change: not part of the state, gone with the connection.</summary>
    public const string TemporaryTables = """
        CREATE TEMP TABLE wish (entity INTEGER NOT NULL, key TEXT NOT NULL, property INTEGER NOT NULL, flow INTEGER NOT NULL, row INTEGER NOT NULL,
            id INTEGER NOT NULL, raised INTEGER NOT NULL, content BLOB NOT NULL, PRIMARY KEY (entity, key, property, flow, row)) WITHOUT ROWID;
        CREATE TEMP TABLE pair (source_key TEXT NOT NULL, source INTEGER NOT NULL, target INTEGER NOT NULL, PRIMARY KEY (source_key)) WITHOUT ROWID;
        """;
}
