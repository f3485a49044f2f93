CREATE TABLE "comment_reports" (
	"comment_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"settled_at" timestamp with time zone,
	CONSTRAINT "comment_reports_comment_id_user_id_pk" PRIMARY KEY("comment_id","user_id"),
	CONSTRAINT "comment_reports_reason" CHECK (length("comment_reports"."reason") between 1 and 500)
);
--> statement-breakpoint
CREATE TABLE "comments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"page" text NOT NULL,
	"user_id" uuid NOT NULL,
	"parent_id" uuid,
	"body" text NOT NULL,
	"state" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	CONSTRAINT "comments_page" CHECK ("comments"."page" ~ '^/(guides|glossary)/[a-z0-9/-]+$' and length("comments"."page") <= 200),
	CONSTRAINT "comments_body" CHECK (length("comments"."body") between 1 and 4000),
	CONSTRAINT "comments_state" CHECK ("comments"."state" in ('held', 'shown', 'removed')),
	CONSTRAINT "comments_not_own_answer" CHECK ("comments"."parent_id" <> "comments"."id")
);
--> statement-breakpoint
CREATE TABLE "guide_reads" (
	"page" text NOT NULL,
	"day" date NOT NULL,
	"reads" integer NOT NULL,
	CONSTRAINT "guide_reads_day_page_pk" PRIMARY KEY("day","page"),
	CONSTRAINT "guide_reads_page" CHECK ("guide_reads"."page" ~ '^/(guides|glossary)/[a-z0-9/-]+$' and length("guide_reads"."page") <= 200),
	CONSTRAINT "guide_reads_positive" CHECK ("guide_reads"."reads" > 0)
);
--> statement-breakpoint
CREATE TABLE "guide_votes" (
	"page" text NOT NULL,
	"voter" text NOT NULL,
	"is_useful" boolean NOT NULL,
	"note" text,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "guide_votes_page_voter_pk" PRIMARY KEY("page","voter"),
	CONSTRAINT "guide_votes_page" CHECK ("guide_votes"."page" ~ '^/(guides|glossary)/[a-z0-9/-]+$' and length("guide_votes"."page") <= 200),
	CONSTRAINT "guide_votes_note" CHECK (length("guide_votes"."note") between 1 and 1000)
);
--> statement-breakpoint
ALTER TABLE "saved_searches" ADD COLUMN "news_role" text;--> statement-breakpoint
ALTER TABLE "saved_searches" ADD COLUMN "news_told_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "comment_reports" ADD CONSTRAINT "comment_reports_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_reports" ADD CONSTRAINT "comment_reports_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_parent_id_comments_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."comments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "comment_reports_waiting" ON "comment_reports" USING btree ("at") WHERE "comment_reports"."settled_at" is null;--> statement-breakpoint
CREATE INDEX "comment_reports_user" ON "comment_reports" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "comments_page" ON "comments" USING btree ("page","created_at");--> statement-breakpoint
CREATE INDEX "comments_parent" ON "comments" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "comments_user" ON "comments" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE INDEX "comments_held" ON "comments" USING btree ("created_at") WHERE "comments"."state" = 'held';--> statement-breakpoint
CREATE INDEX "guide_votes_newest" ON "guide_votes" USING btree ("at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "saved_searches_news" ON "saved_searches" USING btree ("news_role") WHERE "saved_searches"."news_role" is not null;--> statement-breakpoint
ALTER TABLE "saved_searches" ADD CONSTRAINT "saved_searches_news" CHECK (("saved_searches"."news_role" is null) = ("saved_searches"."news_told_at" is null));