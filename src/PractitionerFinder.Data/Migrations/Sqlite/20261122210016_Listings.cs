using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PractitionerFinder.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Listings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ListingChanges",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ListingId = table.Column<long>(type: "INTEGER", nullable: false),
                    Removed = table.Column<bool>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ListingChanges", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "Listings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    IsDemo = table.Column<bool>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    PausedUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    MergedIntoId = table.Column<long>(type: "INTEGER", nullable: true),
                    PublicRevision = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Headline = table.Column<string>(type: "TEXT", maxLength: 140, nullable: false),
                    SearchText = table.Column<string>(type: "TEXT", nullable: false),
                    Accepting = table.Column<int>(type: "INTEGER", nullable: false),
                    Gender = table.Column<int>(type: "INTEGER", nullable: true),
                    OffersOnline = table.Column<bool>(type: "INTEGER", nullable: false),
                    OnlineEvenings = table.Column<bool>(type: "INTEGER", nullable: false),
                    OnlineWeekends = table.Column<bool>(type: "INTEGER", nullable: false),
                    ConfirmedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    OverdueFrom = table.Column<DateTime>(type: "TEXT", nullable: true),
                    HiddenFrom = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Listings", x => x.Id);
                    table.CheckConstraint("CK_Listings_Headline_Length", "length(\"Headline\") <= 140");
                    table.CheckConstraint("CK_Listings_Name_Length", "length(\"Name\") <= 100");
                    table.CheckConstraint("CK_Listings_Slug_Length", "length(\"Slug\") <= 120");
                    table.ForeignKey(
                        name: "FK_Listings_Listings_MergedIntoId",
                        column: x => x.MergedIntoId,
                        principalTable: "Listings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SeedStates",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Value = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SeedStates", x => x.Name);
                    table.CheckConstraint("CK_SeedStates_Name_Length", "length(\"Name\") <= 40");
                    table.CheckConstraint("CK_SeedStates_Value_Length", "length(\"Value\") <= 200");
                });

            migrationBuilder.CreateTable(
                name: "Confirmations",
                columns: table => new
                {
                    ListingId = table.Column<long>(type: "INTEGER", nullable: false),
                    Fact = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DueAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    How = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Confirmations", x => new { x.ListingId, x.Fact });
                    table.CheckConstraint("CK_Confirmations_By_Length", "length(\"By\") <= 64");
                    table.ForeignKey(
                        name: "FK_Confirmations_Listings_ListingId",
                        column: x => x.ListingId,
                        principalTable: "Listings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ListingAreas",
                columns: table => new
                {
                    ListingId = table.Column<long>(type: "INTEGER", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ListingAreas", x => new { x.ListingId, x.Slug });
                    table.CheckConstraint("CK_ListingAreas_Slug_Length", "length(\"Slug\") <= 80");
                    table.ForeignKey(
                        name: "FK_ListingAreas_Listings_ListingId",
                        column: x => x.ListingId,
                        principalTable: "Listings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ListingCredentials",
                columns: table => new
                {
                    ListingId = table.Column<long>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Register = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ExpiresOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CheckedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ListingCredentials", x => new { x.ListingId, x.Key });
                    table.CheckConstraint("CK_ListingCredentials_Key_Length", "length(\"Key\") <= 40");
                    table.CheckConstraint("CK_ListingCredentials_Number_Length", "length(\"Number\") <= 40");
                    table.CheckConstraint("CK_ListingCredentials_Register_Length", "length(\"Register\") <= 120");
                    table.ForeignKey(
                        name: "FK_ListingCredentials_Listings_ListingId",
                        column: x => x.ListingId,
                        principalTable: "Listings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ListingLanguages",
                columns: table => new
                {
                    ListingId = table.Column<long>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ListingLanguages", x => new { x.ListingId, x.Code });
                    table.CheckConstraint("CK_ListingLanguages_Code_Length", "length(\"Code\") <= 2");
                    table.ForeignKey(
                        name: "FK_ListingLanguages_Listings_ListingId",
                        column: x => x.ListingId,
                        principalTable: "Listings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ListingTechniques",
                columns: table => new
                {
                    ListingId = table.Column<long>(type: "INTEGER", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    NeedsProof = table.Column<bool>(type: "INTEGER", nullable: false),
                    ProvenUntil = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ListingTechniques", x => new { x.ListingId, x.Slug });
                    table.CheckConstraint("CK_ListingTechniques_Slug_Length", "length(\"Slug\") <= 80");
                    table.ForeignKey(
                        name: "FK_ListingTechniques_Listings_ListingId",
                        column: x => x.ListingId,
                        principalTable: "Listings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Locations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ListingId = table.Column<long>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Setting = table.Column<int>(type: "INTEGER", nullable: false),
                    Latitude = table.Column<double>(type: "REAL", nullable: false),
                    Longitude = table.Column<double>(type: "REAL", nullable: false),
                    Approximate = table.Column<bool>(type: "INTEGER", nullable: false),
                    Locality = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Country = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    Admin1Code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    County = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    StepFree = table.Column<bool>(type: "INTEGER", nullable: false),
                    Evenings = table.Column<bool>(type: "INTEGER", nullable: false),
                    Weekends = table.Column<bool>(type: "INTEGER", nullable: false),
                    LatitudeBand = table.Column<int>(type: "INTEGER", nullable: false, computedColumnSql: "CAST((\"Latitude\" + 90) * 8 AS INTEGER)", stored: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Locations", x => x.Id);
                    table.CheckConstraint("CK_Locations_Admin1Code_Length", "length(\"Admin1Code\") <= 20");
                    table.CheckConstraint("CK_Locations_Country_Length", "length(\"Country\") <= 2");
                    table.CheckConstraint("CK_Locations_County_Length", "length(\"County\") <= 100");
                    table.CheckConstraint("CK_Locations_Key_Length", "length(\"Key\") <= 40");
                    table.CheckConstraint("CK_Locations_Locality_Length", "length(\"Locality\") <= 120");
                    table.ForeignKey(
                        name: "FK_Locations_Listings_ListingId",
                        column: x => x.ListingId,
                        principalTable: "Listings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ProofChecks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ListingId = table.Column<long>(type: "INTEGER", nullable: false),
                    CredentialKey = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Register = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    CheckedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CheckedBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ValidUntil = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProofChecks", x => x.Id);
                    table.CheckConstraint("CK_ProofChecks_CheckedBy_Length", "length(\"CheckedBy\") <= 64");
                    table.CheckConstraint("CK_ProofChecks_CredentialKey_Length", "length(\"CredentialKey\") <= 40");
                    table.CheckConstraint("CK_ProofChecks_Number_Length", "length(\"Number\") <= 40");
                    table.CheckConstraint("CK_ProofChecks_Register_Length", "length(\"Register\") <= 120");
                    table.ForeignKey(
                        name: "FK_ProofChecks_Listings_ListingId",
                        column: x => x.ListingId,
                        principalTable: "Listings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Revisions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ListingId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    SerialisedContent = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Author = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SubmittedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DecidedBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Revisions", x => x.Id);
                    table.CheckConstraint("CK_Revisions_Author_Length", "length(\"Author\") <= 64");
                    table.CheckConstraint("CK_Revisions_DecidedBy_Length", "length(\"DecidedBy\") <= 64");
                    table.CheckConstraint("CK_Revisions_Reason_Length", "length(\"Reason\") <= 2000");
                    table.ForeignKey(
                        name: "FK_Revisions_Listings_ListingId",
                        column: x => x.ListingId,
                        principalTable: "Listings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "VisitAreas",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ListingId = table.Column<long>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Latitude = table.Column<double>(type: "REAL", nullable: false),
                    Longitude = table.Column<double>(type: "REAL", nullable: false),
                    Locality = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Country = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    Admin1Code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    County = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Evenings = table.Column<bool>(type: "INTEGER", nullable: false),
                    Weekends = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VisitAreas", x => x.Id);
                    table.CheckConstraint("CK_VisitAreas_Admin1Code_Length", "length(\"Admin1Code\") <= 20");
                    table.CheckConstraint("CK_VisitAreas_Country_Length", "length(\"Country\") <= 2");
                    table.CheckConstraint("CK_VisitAreas_County_Length", "length(\"County\") <= 100");
                    table.CheckConstraint("CK_VisitAreas_Key_Length", "length(\"Key\") <= 40");
                    table.CheckConstraint("CK_VisitAreas_Locality_Length", "length(\"Locality\") <= 120");
                    table.ForeignKey(
                        name: "FK_VisitAreas_Listings_ListingId",
                        column: x => x.ListingId,
                        principalTable: "Listings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "VisitCells",
                columns: table => new
                {
                    VisitAreaId = table.Column<long>(type: "INTEGER", nullable: false),
                    Cell = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VisitCells", x => new { x.Cell, x.VisitAreaId });
                    table.ForeignKey(
                        name: "FK_VisitCells_VisitAreas_VisitAreaId",
                        column: x => x.VisitAreaId,
                        principalTable: "VisitAreas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Listings_MergedIntoId",
                table: "Listings",
                column: "MergedIntoId");

            migrationBuilder.CreateIndex(
                name: "IX_Listings_OnlineEvenings_OnlineWeekends",
                table: "Listings",
                columns: new[] { "OnlineEvenings", "OnlineWeekends" },
                filter: "\"OffersOnline\"");

            migrationBuilder.CreateIndex(
                name: "IX_Listings_Slug",
                table: "Listings",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ListingTechniques_Slug_ListingId",
                table: "ListingTechniques",
                columns: new[] { "Slug", "ListingId" });

            migrationBuilder.CreateIndex(
                name: "IX_Locations_Country_Admin1Code_County",
                table: "Locations",
                columns: new[] { "Country", "Admin1Code", "County" });

            migrationBuilder.CreateIndex(
                name: "IX_Locations_LatitudeBand_Longitude_Latitude",
                table: "Locations",
                columns: new[] { "LatitudeBand", "Longitude", "Latitude" });

            migrationBuilder.CreateIndex(
                name: "IX_Locations_ListingId_Key",
                table: "Locations",
                columns: new[] { "ListingId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ProofChecks_ListingId_CredentialKey",
                table: "ProofChecks",
                columns: new[] { "ListingId", "CredentialKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Revisions_ListingId_Number",
                table: "Revisions",
                columns: new[] { "ListingId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_VisitAreas_Country_Admin1Code_County",
                table: "VisitAreas",
                columns: new[] { "Country", "Admin1Code", "County" });

            migrationBuilder.CreateIndex(
                name: "IX_VisitAreas_ListingId_Key",
                table: "VisitAreas",
                columns: new[] { "ListingId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_VisitCells_VisitAreaId",
                table: "VisitCells",
                column: "VisitAreaId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Confirmations");

            migrationBuilder.DropTable(
                name: "ListingAreas");

            migrationBuilder.DropTable(
                name: "ListingChanges");

            migrationBuilder.DropTable(
                name: "ListingCredentials");

            migrationBuilder.DropTable(
                name: "ListingLanguages");

            migrationBuilder.DropTable(
                name: "ListingTechniques");

            migrationBuilder.DropTable(
                name: "Locations");

            migrationBuilder.DropTable(
                name: "ProofChecks");

            migrationBuilder.DropTable(
                name: "Revisions");

            migrationBuilder.DropTable(
                name: "SeedStates");

            migrationBuilder.DropTable(
                name: "VisitCells");

            migrationBuilder.DropTable(
                name: "VisitAreas");

            migrationBuilder.DropTable(
                name: "Listings");
        }
    }
}
